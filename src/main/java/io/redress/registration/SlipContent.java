package io.redress.registration;

import java.util.List;

/**
 * What the slip (受理登记回执) handed to a registered person says; printed by {@code templates/slip.html}. It is taken home
 * and shown around, so of the person it names only what the person needs to know it again.
 *
 * @param number of the registration
 * @param maskedDocument document number with its middle hidden
 * @param receivedOn as a person writes it, such as 2021年12月13日
 * @param receivedBy name of the clerk
 * @param principal 投入本金 in yuan, with thousands separators, such as 120,000.00
 * @param repaid 已返还 of every kind, written likewise
 * @param netLoss 净损失, written likewise; negative for a net gain
 * @param netLossInWords the same in 大写
 * @param notices sentences the person is told, in their order
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
        List<String> notices,
        String qrSvg) {}
