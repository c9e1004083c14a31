/**
 * The audit trail (审计日志). It records every change, reveal, export, sign-in and refusal: who, when, from where, which
 * record, the values before and after, and the purpose. It observes: entities through Hibernate, events of use cases,
 * and responses that refuse or export. No code calls it to write. Other code may ask what it proves of a record ({@link
 * io.redress.audit.RecordProofs}).
 *
 * <p>An entry is written in the transaction of the change it describes. Its MAC (HMAC-SM3) uses a key that is not in
 * the database. A moment later {@link io.redress.audit.chain.Sealer} seals it with others into a chain, so that writers
 * never wait for each other. {@link io.redress.audit.verification.ChainVerification} names the first entry that was
 * changed, removed, added or moved. The checkpoint, a file outside the database, shows a chain that was truncated or
 * restored to an earlier state.
 *
 * <p>Only auditors read the trail, and they see no case content in it: {@link io.redress.audit.ShownValues} decides
 * which values it shows and which fields it only reports as changed.
 */
@Uses({"account", "privacy"})
package io.redress.audit;

import io.redress.common.feature.Uses;
