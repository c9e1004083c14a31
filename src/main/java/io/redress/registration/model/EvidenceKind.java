package io.redress.registration.model;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import java.util.Set;

/** 材料种类: what people bring to prove who they are and what they paid. */
public enum EvidenceKind implements Labelled {
    IDENTITY_DOCUMENT("身份证件", "Identity document"),
    CONTRACT("合同", "Contract"),
    TRANSFER_RECEIPT("转账凭证", "Transfer receipt"),
    BANK_STATEMENT("银行流水", "Bank statement"),
    PLATFORM_SCREENSHOT("平台截图", "Screenshot"),
    RECONCILIATION("对账单", "Reconciliation"),
    RECEIPT("收据", "Receipt"),
    PROMOTIONAL_MATERIAL("宣传资料", "Promotional material"),
    CHAT_RECORD("聊天记录", "Chat record"),
    AUTHORISATION("授权委托书", "Authorisation"),
    OTHER("其他", "Other");

    private static final Set<EvidenceKind> OF_THE_PROMISE = Set.of(CONTRACT, PLATFORM_SCREENSHOT, RECONCILIATION);
    private static final Set<EvidenceKind> OF_THE_PAYMENT = Set.of(TRANSFER_RECEIPT, BANK_STATEMENT, RECEIPT);

    private final Label label;

    EvidenceKind(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

    /** 材料齐备: who they are, what was promised, and that they paid. */
    public static boolean isComplete(Set<EvidenceKind> shown) {
        return shown.contains(IDENTITY_DOCUMENT)
                && shown.stream().anyMatch(OF_THE_PROMISE::contains)
                && shown.stream().anyMatch(OF_THE_PAYMENT::contains);
    }
}
