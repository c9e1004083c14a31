package io.redress.account;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** The roles; {@link Names} has the same names as constants for annotations. */
public enum Role implements Labelled {
    CLERK("登记员", "Clerk"),
    AREA_OFFICER("片区责任人", "Area officer"),
    SECTION_CHIEF("股室负责人", "Section chief"),
    DIRECTOR("分管领导", "Director"),
    /** 分支机构联络员: does not see the bureau's own records. */
    BRANCH_LIAISON("联络员", "Branch liaison"),
    TIP_HANDLER("举报经办", "Tip handler"),
    /** 审计员: reads trails, no case content. */
    AUDITOR("审计员", "Auditor"),
    /** 管理员: accounts and settings, no case content. */
    ADMIN("管理员", "Administrator");

    private final Label label;

    Role(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

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
