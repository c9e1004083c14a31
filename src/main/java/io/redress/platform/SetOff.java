package io.redress.platform;

/**
 * 可抵扣项: what, beside principal paid back, may be set off against the principal somebody paid in. Which of these a
 * platform's loss formula takes is for the authority of its case to say; notices differ (钱宝系 set purchases off, 帅歌家居
 * the value of goods, others neither).
 */
public enum SetOff {
    /** Interest, dividends, rebates and rewards (2014 两高一部《关于办理非法集资刑事案件适用法律若干问题的意见》五). */
    RETURNS("已付回报"),
    /** What was spent with the platform out of one's balance there. */
    CONSUMPTION("消费"),
    /** Goods that were handed over, at their value. */
    GOODS("取得实物价值");

    private final String label;

    SetOff(String label) {
        this.label = label;
    }

    /** As it is printed. */
    public String label() {
        return label;
    }
}
