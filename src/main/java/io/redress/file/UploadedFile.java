package io.redress.file;

import io.redress.common.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The part {@code file} of a multipart form. */
public final class UploadedFile {

    private UploadedFile() {}

    /** @throws Problem 422 when the form has no such part, 413 when it is larger than {@link StoredFiles#LARGEST} */
    public static byte[] content(FileUpload file) {
        if (file == null) {
            throw Problem.invalid("/file", "required");
        }
        if (file.size() > StoredFiles.LARGEST) {
            throw FileProblems.tooLarge();
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
