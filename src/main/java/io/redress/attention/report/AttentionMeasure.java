package io.redress.attention.report;

import io.redress.common.words.Label;
import io.redress.tally.Measure;

/** People on the attention list (重点关注名单) by level; nobody is on two levels of one platform. */
public enum AttentionMeasure implements Measure {
    ATTENTION_LEVEL_1("一级重点关注人次", "Attention, level 1"),
    ATTENTION_LEVEL_2("二级重点关注人次", "Attention, level 2"),
    ATTENTION_LEVEL_3("三级重点关注人次", "Attention, level 3");

    private final Label label;

    AttentionMeasure(String zh, String en) {
        label = new Label(zh, en);
    }

    public static AttentionMeasure ofLevel(int level) {
        return values()[level - 1];
    }

    @Override
    public int place() {
        return 200 + ordinal();
    }

    @Override
    public Label label() {
        return label;
    }

    @Override
    public String zhOnOnePlatform() {
        return zh().replace("人次", "人数");
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
