package io.redress.registration.model;

import java.util.Set;

/** 材料种类: what people bring to prove who they are and what they paid. */
public enum EvidenceKind {
    IDENTITY_DOCUMENT("身份证件"),
    CONTRACT("合同"),
    TRANSFER_RECEIPT("转账凭证"),
    BANK_STATEMENT("银行流水"),
    PLATFORM_SCREENSHOT("平台截图"),
    RECONCILIATION("对账单"),
    RECEIPT("收据"),
    PROMOTIONAL_MATERIAL("宣传资料"),
    CHAT_RECORD("聊天记录"),
    AUTHORISATION("授权委托书"),
    OTHER("其他");

    private static final Set<EvidenceKind> OF_THE_PROMISE = Set.of(CONTRACT, PLATFORM_SCREENSHOT, RECONCILIATION);
    private static final Set<EvidenceKind> OF_THE_PAYMENT = Set.of(TRANSFER_RECEIPT, BANK_STATEMENT, RECEIPT);

    private final String label;

    EvidenceKind(String label) {
        this.label = label;
    }

    /** As it is printed. */
    public String label() {
        return label;
    }

    /** 材料齐备: who they are, what was promised, and that they paid. */
    public static boolean isComplete(Set<EvidenceKind> shown) {
        return shown.contains(IDENTITY_DOCUMENT)
                && shown.stream().anyMatch(OF_THE_PROMISE::contains)
                && shown.stream().anyMatch(OF_THE_PAYMENT::contains);
    }
}
