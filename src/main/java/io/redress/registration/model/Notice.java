package io.redress.registration.model;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** What a person must be told when they register. */
public enum Notice implements Labelled {
    /** 登记不代替报案: registering does not replace reporting to the police. */
    REGISTRATION_IS_NOT_A_POLICE_REPORT("登记不等于报案", "Registering is not reporting to the police"),
    /** 《防范和处置非法集资条例》第二十五条: losses are the participants' own. */
    LOSSES_ARE_BORNE_BY_PARTICIPANTS("损失由参与人自行承担", "Losses are borne by participants"),
    /** 《个人信息保护法》第十七条、第三十五条: what is kept, why, and for how long. */
    PERSONAL_INFORMATION_NOTICE("个人信息处理告知", "How personal data is handled");

    private final Label label;

    Notice(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
