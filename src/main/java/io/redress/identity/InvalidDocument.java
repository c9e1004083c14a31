package io.redress.identity;

/**
 * What was typed cannot be the number of such a document. The code says what exactly is wrong; its words are {@code
 * violation.<code>} in the problem bundles and the arguments fill them. The arguments may repeat what was typed, so they
 * go to the person who typed it and not into a log.
 */
public final class InvalidDocument extends RuntimeException {

    private final String code;
    private final transient Object[] arguments;

    InvalidDocument(String code, Object... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = arguments;
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
