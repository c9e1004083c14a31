package io.redress.identity;

/**
 * The input cannot be the number of such a document. The code names the exact error; its text is {@code
 * violation.<code>} in the problem bundles, with the arguments. The arguments may repeat the input, so they go to the
 * person who typed it and not into a log.
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
