package io.redress.account;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** What a change does to an account. Whatever lets its user, or somebody in the user's name, read more is a grant. */
public enum AccountChangeKind implements Labelled {
    OPENED("开设账号", "Account opened", true),
    PASSWORD_RESET("重设密码", "Password reset", true),
    ROLE_GRANTED("增加角色", "Role granted", true),
    /** Also an area that lies elsewhere. */
    AREA_WIDENED("扩大或改变片区", "Area widened or moved", true),
    BRANCH_GIVEN("指定分支机构", "Branch assigned", true),
    ENABLED("重新启用", "Enabled again", true),
    ROLE_REMOVED("取消角色", "Role removed", false),
    AREA_NARROWED("缩小片区", "Area narrowed", false),
    BRANCH_REMOVED("取消分支机构", "Branch removed", false),
    DISABLED("停用", "Disabled", false);

    private final Label label;
    private final boolean isGrant;

    AccountChangeKind(String zh, String en, boolean isGrant) {
        label = new Label(zh, en);
        this.isGrant = isGrant;
    }

    @Override
    public Label label() {
        return label;
    }

    public boolean isGrant() {
        return isGrant;
    }
}
