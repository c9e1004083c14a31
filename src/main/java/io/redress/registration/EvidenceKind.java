package io.redress.registration;

import java.util.Set;

/** 材料种类: what people bring to prove who they are and what they paid. */
public enum EvidenceKind {
    IDENTITY_DOCUMENT,
    CONTRACT,
    TRANSFER_RECEIPT,
    BANK_STATEMENT,
    PLATFORM_SCREENSHOT,
    RECONCILIATION,
    RECEIPT,
    PROMOTIONAL_MATERIAL,
    CHAT_RECORD,
    AUTHORISATION,
    OTHER;

    private static final Set<EvidenceKind> OF_THE_PROMISE = Set.of(CONTRACT, PLATFORM_SCREENSHOT, RECONCILIATION);
    private static final Set<EvidenceKind> OF_THE_PAYMENT = Set.of(TRANSFER_RECEIPT, BANK_STATEMENT, RECEIPT);

    /** 材料齐备: who they are, what was promised, and that they paid. */
    static boolean isComplete(Set<EvidenceKind> shown) {
        return shown.contains(IDENTITY_DOCUMENT)
                && shown.stream().anyMatch(OF_THE_PROMISE::contains)
                && shown.stream().anyMatch(OF_THE_PAYMENT::contains);
    }
}
