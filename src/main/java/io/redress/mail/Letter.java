package io.redress.mail;

import java.util.UUID;

/**
 * A letter in plain text to one recipient. Mail is not encrypted on all of its way, so a letter names no investor:
 * neither its subject, nor its text, nor its attachment.
 *
 * @param topic what the letter says of the record, as a code: feature and event, such as {@code bulletin.ISSUED}
 * @param recordId the record that the letter is about
 * @param recipient an e-mail address
 * @param attachment null for none
 */
public record Letter(
        String topic, UUID recordId, String recipient, String subject, String text, Attachment attachment) {

    /**
     * A stored file; it is read when the letter is sent.
     *
     * @param sha256 its key in {@link io.redress.file.StoredFiles}
     * @param name the file name for the recipient
     */
    public record Attachment(String sha256, String name) {}
}
