package io.redress.common.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A JSON value that parses but must not be stored; the code is the key of its message. */
public final class BadText extends MismatchedInputException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public BadText(JsonParser parser, String code) {
        super(parser, code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
