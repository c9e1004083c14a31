package io.redress.platform;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** What the platform sold. */
public enum PlatformKind implements Labelled {
    ONLINE_LENDING("网络借贷", "Online lending"),
    WEALTH_MANAGEMENT("投资理财", "Wealth management"),
    EQUITY("股权投资", "Equity"),
    PREPAID_CONSUMPTION("预付消费", "Prepaid consumption"),
    VIRTUAL_CURRENCY("虚拟货币", "Virtual currency"),
    ELDERLY_CARE("养老", "Care of the elderly"),
    OTHER("其他", "Other");

    private final Label label;

    PlatformKind(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
