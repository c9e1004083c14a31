package io.redress.account;

/** The roles; {@link Names} has the same names as constants for annotations. */
public enum Role {
    /** 登记员. */
    CLERK,
    /** 片区责任人. */
    AREA_OFFICER,
    /** 股室负责人. */
    SECTION_CHIEF,
    /** 分管领导. */
    DIRECTOR,
    /** 分支机构联络员: does not see the bureau's own records. */
    BRANCH_LIAISON,
    /** 举报线索经办人. */
    TIP_HANDLER,
    /** 审计员: reads trails, no case content. */
    AUDITOR,
    /** 管理员: accounts and settings, no case content. */
    ADMIN;

    /** The names of {@link Role} as compile-time constants. */
    public static final class Names {
        public static final String CLERK = "CLERK";
        public static final String AREA_OFFICER = "AREA_OFFICER";
        public static final String SECTION_CHIEF = "SECTION_CHIEF";
        public static final String DIRECTOR = "DIRECTOR";
        public static final String BRANCH_LIAISON = "BRANCH_LIAISON";
        public static final String TIP_HANDLER = "TIP_HANDLER";
        public static final String AUDITOR = "AUDITOR";
        public static final String ADMIN = "ADMIN";

        private Names() {}
    }
}
