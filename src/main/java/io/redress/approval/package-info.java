/**
 * Dual control (双人审批; NIST SP 800-53 AC-3(2), dual authorization). What one person alone must not do waits until a
 * second person has decided: {@link io.redress.approval.Approval}. Here this is every change by which an administrator
 * gives an account rights or knows its password ({@link io.redress.approval.AccountChange}). An auditor or a section
 * chief decides, the owner of the account is told. Taking rights away needs nobody.
 */
@Uses({"account", "area", "privacy", "worklist"})
package io.redress.approval;

import io.redress.common.feature.Uses;
