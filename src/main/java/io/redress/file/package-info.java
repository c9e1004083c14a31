/**
 * Stored files (附件): evidence handed in with a registration, a branch's replies, issued bulletins. A file is kept once,
 * under the SHA-256 of its content, and never changed. What kind it is, is read from its content and never from the name
 * it came with; only pictures, PDF and office documents without macros are kept. Who may read a file is decided by the
 * record that names its hash: this package knows no viewers, so none of its methods is an endpoint.
 */
@Uses({})
package io.redress.file;

import io.redress.common.feature.Uses;
