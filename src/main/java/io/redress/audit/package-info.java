/**
 * The audit trail (审计日志): every change and every reveal, export, sign-in and refusal, with who, when, from where, what,
 * which record, what it was before and is now, and for what purpose. It observes: entities through Hibernate, events that
 * use cases fire, answers that refuse or hand something out. Nobody calls it to write; what it proves of a record may be
 * asked ({@link io.redress.audit.RecordProofs}).
 *
 * <p>An entry is written in the transaction of what it tells of and proves itself by a code (HMAC-SM3) under a key that the
 * database does not have. A moment later it is sealed with others into a chain ({@link io.redress.audit.chain.Sealer}), so that
 * writers never wait for each other. {@link io.redress.audit.verification.ChainVerification} names the first entry that was changed, removed,
 * added or moved; the anchor, a file outside the database, shows a chain that was cut off or put back.
 *
 * <p>Auditors alone read it, and read no case content in it: {@link io.redress.audit.ShownValues} says which values are
 * shown and which are only said to have changed.
 */
@Uses({"account", "privacy"})
package io.redress.audit;

import io.redress.common.feature.Uses;
