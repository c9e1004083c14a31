/**
 * Stored files (附件): evidence handed in with a registration, a branch's replies, issued bulletins. A file is stored
 * once, under the SHA-256 of its content, and never changed. Its type is detected from the content, never from the
 * name; only pictures, PDF, OFD, plain text and office documents without macros are accepted. The record that refers to
 * a file's hash decides who may read it: this package knows no viewers, so none of its methods is an endpoint.
 */
@Uses({"privacy"})
package io.redress.file;

import io.redress.common.feature.Uses;
