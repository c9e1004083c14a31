package io.redress.file;

import io.redress.common.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** The part {@code file} of a multipart form, which {@link io.redress.common.web.limits.UploadForm} holds in memory. */
public final class UploadedFile {

    private UploadedFile() {}

    /**
     * Takes the file out of the form, so that it is in memory only once.
     *
     * @throws Problem 422 when the form has no such part, 413 when it is larger than {@link StoredFiles#LARGEST}
     */
    public static byte[] content(FileUpload file) {
        if (file == null) {
            throw Problem.invalid("/file", "required");
        }
        if (file.size() > StoredFiles.LARGEST) {
            throw FileProblems.tooLarge();
        }
        var part = CurrentRequestManager.get().getFormData().remove(file.name()).getFirst();
        try (var content = part.getFileItem().getInputStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
