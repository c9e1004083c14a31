package io.redress.common.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A JSON value that parses but may not be kept; the code names its words. */
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
