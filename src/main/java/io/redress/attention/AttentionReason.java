package io.redress.attention;

/** Why somebody needs more attention; there are no other reasons. */
public enum AttentionReason {
    /** 情绪波动大. */
    EMOTIONAL_DISTRESS("情绪波动大"),
    /** 诉求强烈. */
    STRONG_DEMANDS("诉求强烈"),
    /** 生活困难. */
    HARDSHIP("生活困难");

    private final String label;

    AttentionReason(String label) {
        this.label = label;
    }

    /** As it is printed. */
    public String label() {
        return label;
    }
}
