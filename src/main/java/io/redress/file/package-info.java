/**
 * Stored files (附件). What people hand in is encrypted in pieces under a key of its own ({@link
 * io.redress.file.EncryptedFiles}). What the bureau issues is stored once, under the SHA-256 of its content ({@link
 * io.redress.file.StoredFiles}). No file is ever changed. Its type is detected from the content, never from the name;
 * only pictures, PDF, OFD, plain text and office documents without macros are accepted. The record that refers to a file
 * decides who may read it: this package knows no viewers, so none of its methods is an endpoint.
 */
@Uses({"privacy"})
package io.redress.file;

import io.redress.common.feature.Uses;
