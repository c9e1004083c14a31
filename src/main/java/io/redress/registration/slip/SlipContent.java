package io.redress.registration.slip;

import io.redress.common.money.AmountInWords;
import io.redress.common.time.Clocks;
import io.redress.common.time.PartialDate;
import io.redress.platform.LossFormula;
import io.redress.platform.Platform;
import io.redress.registration.model.Notice;
import io.redress.registration.model.Registration;
import io.redress.registration.model.Totals;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The content of the slip (受理登记回执) that a registered person gets; {@code templates/slip.html} prints it. People take it
 * home and show it to others, so it contains only the data that the person needs to recognise it.
 *
 * @param number of the registration
 * @param maskedDocument document number with its middle hidden
 * @param receivedOn such as 2021年12月13日
 * @param receivedBy name of the clerk
 * @param principal 投入本金 in yuan, with thousands separators, such as 120,000.00
 * @param repaid 已返还 of every kind, in the same format
 * @param netLoss 净损失, in the same format; negative for a net gain
 * @param netLossInWords the net loss in 大写
 * @param lossFormula the calculation of the net loss with its amounts, such as 投入本金 120,000.00－已返还本金 10,000.00
 * @param ended how the registration ended, as a sentence; null while it is live
 * @param notices sentences that the person must be told, in order
 * @param qrSvg the number as a picture, from {@link QrCode#svg}
 */
public record SlipContent(
        String number,
        String platformName,
        String investorName,
        String maskedDocument,
        String receivedOn,
        String receivedBy,
        String organisation,
        String principal,
        String repaid,
        String netLoss,
        String netLossInWords,
        String lossFormula,
        String ended,
        List<String> notices,
        String qrSvg) {

    /** 登记时应当告知的, in the order of {@link Notice}. */
    private static final List<String> NOTICES = List.of(
            "本回执只证明已受理登记。登记不代替向公安机关报案，请同时向公安机关报案。",
            "根据《防范和处置非法集资条例》第二十五条，因参与非法集资受到的损失，由集资参与人自行承担。",
            "登记的个人信息只用于处置工作，依法保密。如有变动或疑问，请凭本回执编号与经办单位联系。");

    static SlipContent of(Registration registration, Platform platform, String organisation) {
        var totals = registration.effective();
        return new SlipContent(
                registration.number,
                platform.name,
                registration.investor.name(),
                registration.investor.document().masked(),
                day(registration.receivedAt),
                registration.receivedBy,
                organisation,
                yuan(totals.principal()),
                yuan(totals.repaid()),
                yuan(totals.netLoss()),
                AmountInWords.of(totals.netLoss()),
                written(platform.lossFormula(), totals),
                ended(registration),
                NOTICES,
                QrCode.svg(registration.number));
    }

    /** The formula with all amounts, also those that are not deducted, so that the person can check it. */
    private static String written(LossFormula formula, Totals totals) {
        var setOff = formula.parts().stream()
                .map(part -> "－" + part.zh() + " " + yuan(totals.of(part)))
                .collect(Collectors.joining());
        var leftOut = formula.leftOut().stream()
                .filter(part -> totals.of(part).signum() != 0)
                .map(part -> part.zh() + " " + yuan(totals.of(part)))
                .collect(Collectors.joining("、"));
        return "投入本金 " + yuan(totals.principal()) + "－已返还本金 " + yuan(totals.principalRepaid()) + setOff
                + (leftOut.isEmpty() ? "" : "（不抵扣：" + leftOut + "）");
    }

    /** States the reason of a refusal; the reason of a withdrawal is the person's own affair. */
    private static String ended(Registration registration) {
        return switch (registration.status) {
            case RECEIVED, VERIFIED -> null;
            case WITHDRAWN -> "本登记已于%s撤回。".formatted(day(registration.endedAt));
            case REFUSED -> "本登记已于%s决定不予登记，原因：%s".formatted(day(registration.endedAt), registration.endReason());
            case MERGED ->
                "本登记已于%s并入登记 %s，以后请凭该编号办理。".formatted(day(registration.endedAt), registration.mergedIntoNumber());
        };
    }

    private static String day(Instant moment) {
        return PartialDate.of(Clocks.dateOf(moment)).written();
    }

    private static String yuan(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }
}
