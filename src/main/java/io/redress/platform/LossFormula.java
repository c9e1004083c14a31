package io.redress.platform;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 净损失算法: how a platform's net loss is reckoned from what was paid in and what came back. Principal paid back is always
 * deducted, everything else where the platform's authority so announced.
 */
public record LossFormula(Set<SetOff> setOff) {

    /**
     * The net loss in yuan; negative for a net gain, which is kept because it may have to be paid back.
     *
     * @param principal paid in, without interest rolled over into new contracts
     * @param others what came back beside principal, in yuan
     */
    public BigDecimal netLoss(BigDecimal principal, BigDecimal principalRepaid, Map<SetOff, BigDecimal> others) {
        return setOff.stream().map(others::get).reduce(principal.subtract(principalRepaid), BigDecimal::subtract);
    }

    /** What is set off, in the order in which it is printed. */
    public List<SetOff> parts() {
        return setOff.stream().sorted().toList();
    }

    /** What is not set off, in the order in which it is printed. */
    public List<SetOff> leftOut() {
        return Arrays.stream(SetOff.values())
                .filter(part -> !setOff.contains(part))
                .toList();
    }

    /** As it is printed, such as 投入本金－已返还本金－已付回报. */
    public String written() {
        return "投入本金－已返还本金" + parts().stream().map(part -> "－" + part.zh()).collect(Collectors.joining());
    }
}
