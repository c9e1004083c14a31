package io.redress.registration.model;

/** What a person must be told when they register. */
public enum Notice {
    /** 登记不代替报案: registering does not replace reporting to the police. */
    REGISTRATION_IS_NOT_A_POLICE_REPORT,
    /** 《防范和处置非法集资条例》第二十五条: losses are the participants' own. */
    LOSSES_ARE_BORNE_BY_PARTICIPANTS,
    /** 《个人信息保护法》第十七条、第三十五条: what is kept, why, and for how long. */
    PERSONAL_INFORMATION_NOTICE
}
