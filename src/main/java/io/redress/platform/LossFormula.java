package io.redress.platform;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 净损失算法: the formula for the net loss on a platform. It always deducts principal paid back, and other amounts only if
 * the platform's authority announced so.
 */
public record LossFormula(Set<SetOff> setOff) {

    /**
     * The net loss in yuan. A net gain is negative; it is kept because it may have to be paid back.
     *
     * @param principal paid in, without interest rolled over into new contracts
     * @param others other amounts that the person received, in yuan
     */
    public BigDecimal netLoss(BigDecimal principal, BigDecimal principalRepaid, Map<SetOff, BigDecimal> others) {
        return setOff.stream().map(others::get).reduce(principal.subtract(principalRepaid), BigDecimal::subtract);
    }

    /** The deducted amounts, in printing order. */
    public List<SetOff> parts() {
        return setOff.stream().sorted().toList();
    }

    /** The amounts that are not deducted, in printing order. */
    public List<SetOff> leftOut() {
        return Arrays.stream(SetOff.values())
                .filter(part -> !setOff.contains(part))
                .toList();
    }

    /** The printed formula, such as 投入本金－已返还本金－已付回报. */
    public String written() {
        return "投入本金－已返还本金" + parts().stream().map(part -> "－" + part.zh()).collect(Collectors.joining());
    }
}
