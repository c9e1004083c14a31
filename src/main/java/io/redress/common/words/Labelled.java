package io.redress.common.words;

/**
 * A code with a name that people read. Each name stands once, here: the contract publishes it as {@code x-labels}, the web
 * client is generated with it, and documents, workbooks and mails print it.
 */
public interface Labelled {

    /** The code, as it stands in JSON and in the database. */
    String name();

    Label label();

    /** The name as printed: everything that the service prints is in Chinese. */
    default String zh() {
        return label().zh();
    }
}
