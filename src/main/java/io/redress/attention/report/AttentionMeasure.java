package io.redress.attention.report;

import io.redress.tally.Measure;

/** People on the attention list (重点关注名单) by level; nobody is on two levels of one platform. */
public enum AttentionMeasure implements Measure {
    /** 一级. */
    ATTENTION_LEVEL_1("重点关注一级人数"),
    /** 二级. */
    ATTENTION_LEVEL_2("重点关注二级人数"),
    /** 三级. */
    ATTENTION_LEVEL_3("重点关注三级人数");

    private final String label;

    AttentionMeasure(String label) {
        this.label = label;
    }

    public static AttentionMeasure ofLevel(int level) {
        return values()[level - 1];
    }

    @Override
    public int place() {
        return 200 + ordinal();
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean counts() {
        return true;
    }

    @Override
    public boolean sums() {
        return false;
    }
}
