package io.redress.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Plain text and CSV (RFC 4180): notes, exported chats and tables. Text has no magic number: a file is text when it
 * decodes completely in one of the supported encodings and has no control characters.
 */
final class PlainText {

    /** UTF-8 rejects most texts in GB 18030; GB 18030 accepts nearly all bytes, so it comes last. */
    private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    /** Except tab, line feed, form feed, carriage return, and the end-of-file mark of MS-DOS. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0E-\\x19\\x1B-\\x1F\\x7F\\uFFFE\\uFFFF]");

    /** A cell that a spreadsheet evaluates as a formula: DDE starts a program, the others call a server. */
    private static final Pattern DDE =
            Pattern.compile("(?m)(?:^|[,;\\t])\\s*\"?\\s*[=+@-][^,;\\t\\n]*\\|[^,;\\t\\n]*!");

    private static final Pattern REMOTE = Pattern.compile(
            "(?mi)(?:^|[,;\\t])\\s*\"?\\s*[=+@-].*\\b(?:WEBSERVICE|IMPORTDATA|IMPORTXML|IMPORTHTML|IMPORTFEED|IMAGE|RTD)\\s*\\(");

    private PlainText() {}

    static boolean isText(byte[] content) {
        return read(content).isPresent();
    }

    static Set<FileWarning> examine(byte[] content) {
        var text = read(content).orElse("");
        var found = EnumSet.noneOf(FileWarning.class);
        if (DDE.matcher(text).find()) {
            found.add(FileWarning.RUNS_PROGRAM);
        }
        if (REMOTE.matcher(text).find()) {
            found.add(FileWarning.EXTERNAL_CONTENT);
        }
        return found;
    }

    private static Optional<String> read(byte[] content) {
        return encodings(content)
                .flatMap(encoding -> decode(content, encoding).stream())
                .filter(text -> !CONTROL.matcher(text).find())
                .findFirst();
    }

    /** UTF-16 is recognised by its byte order mark (Unicode, 3.10). */
    private static Stream<Charset> encodings(byte[] content) {
        var isUtf16 = content.length >= 2
                && (content[0] == (byte) 0xFF && content[1] == (byte) 0xFE
                        || content[0] == (byte) 0xFE && content[1] == (byte) 0xFF);
        return isUtf16 ? Stream.of(StandardCharsets.UTF_16) : ENCODINGS.stream();
    }

    private static Optional<String> decode(byte[] content, Charset encoding) {
        try {
            return Optional.of(
                    encoding.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
