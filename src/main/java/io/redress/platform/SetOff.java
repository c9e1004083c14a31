package io.redress.platform;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/**
 * 可抵扣项: what, beside principal paid back, may be set off against the principal somebody paid in. Which of these a
 * platform's loss formula takes is for the authority of its case to say; notices differ (钱宝系 set purchases off, 帅歌家居
 * the value of goods, others neither).
 */
public enum SetOff implements Labelled {
    /** Interest, dividends, rebates and rewards (2014 两高一部《关于办理非法集资刑事案件适用法律若干问题的意见》五). */
    RETURNS("已付回报", "Returns paid"),
    /** What was spent with the platform out of one's balance there. */
    CONSUMPTION("消费", "Spent with the platform"),
    /** Goods that were handed over, at their value. */
    GOODS("取得实物价值", "Value of goods received");

    private final Label label;

    SetOff(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
