package io.redress.disclosure;

/** What kind of thing was disclosed. */
public enum DisclosureKind {
    /** 总部回复. */
    HEAD_OFFICE_REPLY("总部回复"),
    /** 兑付方案. */
    REPAYMENT_PLAN("兑付方案"),
    /** 公告. */
    ANNOUNCEMENT("公告"),
    /** 回应关切. */
    ANSWER_TO_CONCERNS("回应关切");

    private final String words;

    DisclosureKind(String words) {
        this.words = words;
    }

    /** As bulletins print it. */
    public String words() {
        return words;
    }
}
