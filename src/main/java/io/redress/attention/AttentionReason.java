package io.redress.attention;

/** Why somebody needs more attention; there are no other reasons. */
public enum AttentionReason {
    /** 情绪波动大. */
    EMOTIONAL_DISTRESS,
    /** 诉求强烈. */
    STRONG_DEMANDS,
    /** 生活困难. */
    HARDSHIP
}
