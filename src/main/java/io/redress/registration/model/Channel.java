package io.redress.registration.model;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** 登记方式: how the registration came in. */
public enum Channel implements Labelled {
    WINDOW("窗口", "At the window"),
    PHONE("电话", "By phone"),
    VISIT("上门", "On a visit"),
    IMPORT("导入", "Imported"),
    OTHER_SYSTEM("其他系统", "From another system");

    private final Label label;

    Channel(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
