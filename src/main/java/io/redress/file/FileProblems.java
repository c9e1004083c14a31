package io.redress.file;

import io.redress.common.problem.Problem;

/** Why a file is not taken; said before anything of it is kept. */
public final class FileProblems {

    private static final int MEGABYTE = 1024 * 1024;

    private FileProblems() {}

    /** 415: its content is none of the kinds kept, whatever its name says, or an office document with macros. */
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
