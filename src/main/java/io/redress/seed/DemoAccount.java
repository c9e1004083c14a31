package io.redress.seed;

import io.redress.account.OpenAccount;
import io.redress.account.Role;
import java.util.Locale;
import java.util.Set;

/** Somebody in the demonstration, one for each role, with a password the whole world may know. */
enum DemoAccount {
    ADMIN("管理员（虚构）", Role.ADMIN, null),
    AUDITOR("审计员（虚构）", Role.AUDITOR, null),
    CLERK("林登记（虚构）", Role.CLERK, null),
    /** Answers for 太平街道 alone. */
    OFFICER("陈片区（虚构）", Role.AREA_OFFICER, "445102010000"),
    CHIEF("黄股长（虚构）", Role.SECTION_CHIEF, null),
    DIRECTOR("郑分管（虚构）", Role.DIRECTOR, null),
    TIPS("许线索（虚构）", Role.TIP_HANDLER, null),
    /** Speaks for the branch of 共信赢, once that is entered. */
    LIAISON("龚联络（虚构）", Role.BRANCH_LIAISON, null);

    final String username = name().toLowerCase(Locale.ROOT);
    final String person;
    final Role role;
    final String areaCode;

    DemoAccount(String person, Role role, String areaCode) {
        this.person = person;
        this.role = role;
        this.areaCode = areaCode;
    }

    String password() {
        return "demo-" + username + "-2021";
    }

    OpenAccount opening() {
        return new OpenAccount(username, person, password(), Set.of(role), areaCode, null);
    }

    static DemoAccount named(String username) {
        return valueOf(username.toUpperCase(Locale.ROOT));
    }
}
