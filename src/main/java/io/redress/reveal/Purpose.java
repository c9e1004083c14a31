package io.redress.reveal;

/** What somebody needs personal data in clear for; another purpose is none (个人信息保护法 6). */
public enum Purpose {
    /** 联系本人. */
    CONTACT_THE_PERSON("联系本人"),
    /** 核对身份. */
    CHECK_IDENTITY("核对身份"),
    /** 核实金额或发还资金. */
    VERIFY_OR_RETURN_MONEY("核实金额或发还资金"),
    /** 移送或协助公安、司法机关. */
    ASSIST_AUTHORITIES("移送或协助公安、司法机关"),
    /** 本人申请查阅、复制. */
    REQUESTED_BY_THE_PERSON("本人申请查阅、复制"),
    /** 其他，须说明. */
    OTHER("其他");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    /** As it is printed. */
    public String label() {
        return label;
    }
}
