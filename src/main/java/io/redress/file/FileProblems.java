package io.redress.file;

import io.redress.common.problem.Problem;

/** Reasons to refuse a file, before any of it is stored. */
public final class FileProblems {

    private static final int MEGABYTE = 1024 * 1024;

    private FileProblems() {}

    /** 415: the content is of no accepted type, whatever the file name says, or an office document with macros. */
    public static Problem typeRefused() {
        return Problem.of(415, "file-type-refused");
    }

    static Problem empty() {
        return Problem.of(422, "file-empty");
    }

    static Problem tooLarge() {
        return Problem.of(413, "file-too-large", StoredFiles.LARGEST / MEGABYTE);
    }
}
