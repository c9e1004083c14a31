package io.redress.platform;

import java.math.BigDecimal;

/** How a platform's net loss is reckoned from what was paid in and what came back. */
public enum LossFormula {
    /**
     * Principal less everything paid back, interest and rewards included: what returns were paid may be set off against
     * principal (2014 两高一部《关于办理非法集资刑事案件适用法律若干问题的意见》五; as the courts announced for 钱宝系 and 鲁帆).
     */
    ALL_RETURNS_SET_OFF {
        @Override
        public BigDecimal netLoss(BigDecimal principal, BigDecimal principalRepaid, BigDecimal returnsPaid) {
            return principal.subtract(principalRepaid).subtract(returnsPaid);
        }
    },
    /** Principal less principal paid back; for a platform whose authority so announced. */
    PRINCIPAL_ONLY {
        @Override
        public BigDecimal netLoss(BigDecimal principal, BigDecimal principalRepaid, BigDecimal returnsPaid) {
            return principal.subtract(principalRepaid);
        }
    };

    /**
     * The net loss in yuan; negative for a net gain, which is kept because it may have to be paid back.
     *
     * @param principal paid in, without interest rolled over into new contracts
     */
    public abstract BigDecimal netLoss(BigDecimal principal, BigDecimal principalRepaid, BigDecimal returnsPaid);
}
