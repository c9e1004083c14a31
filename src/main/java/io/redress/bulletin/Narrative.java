package io.redress.bulletin;

import static io.redress.tally.Measure.AFFECTED;
import static io.redress.tally.Measure.ATTENTION_LEVEL_1;
import static io.redress.tally.Measure.ATTENTION_LEVEL_2;
import static io.redress.tally.Measure.ATTENTION_LEVEL_3;
import static io.redress.tally.Measure.EVIDENCE_COMPLETE;
import static io.redress.tally.Measure.POLICE_REPORTED;
import static io.redress.tally.Measure.PRINCIPAL;
import static io.redress.tally.Measure.REGISTERED;
import static io.redress.tally.Measure.REPAID;
import static io.redress.tally.Measure.SUSPECTED_HELPERS;
import static io.redress.tally.Measure.VERIFIED;
import static io.redress.tally.Measure.WITHOUT_LOSS;

import io.redress.common.time.Clocks;
import io.redress.platform.PlatformStage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** Writes the text of a bulletin from the week's figures, for an officer to finish. */
final class Narrative {

    private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

    private final Reading reading;

    private Narrative(Reading reading) {
        this.reading = reading;
    }

    static String title(String platform) {
        return "关于“" + platform + "”事件处置工作情况的周报";
    }

    static List<BulletinSection> of(Reading reading) {
        var narrative = new Narrative(reading);
        return List.of(
                new BulletinSection("BASICS", "一、基本情况", narrative.basics()),
                new BulletinSection("WORK", "二、本周工作开展情况", narrative.work()),
                new BulletinSection("RISKS", "三、存在的问题和风险研判", "本周无新增情况。"),
                new BulletinSection("NEXT", "四、下周工作安排", "继续做好受理登记、核实和回访工作，督促分支机构与总部保持联系、及时披露进展、回应投资人关切。"));
    }

    private String basics() {
        var text = new StringBuilder("截至").append(day(Clocks.dateOf(reading.week.cutOffAt.minusMillis(1))));
        var registered = reading.count(REGISTERED).closing();
        if (registered == 0) {
            text.append("，我区尚未受理“").append(reading.platform.name).append("”平台投资人的登记。");
        } else {
            text.append("，我区共受理登记“")
                    .append(reading.platform.name)
                    .append("”平台投资人")
                    .append(registered)
                    .append("人，其中受损")
                    .append(reading.count(AFFECTED).closing())
                    .append("人，投入本金")
                    .append(wan(reading.amount(PRINCIPAL).closing()))
                    .append("，已返还本金及回报")
                    .append(wan(reading.amount(REPAID).closing()))
                    .append("，净损失")
                    .append(wan(reading.amount(AFFECTED).closing()))
                    .append("。")
                    .append(apart());
        }
        return text.append("案件目前处于")
                .append(stage(reading.platform.stage))
                .append("阶段。")
                .toString();
    }

    private String apart() {
        var withoutLoss = reading.count(WITHOUT_LOSS).closing();
        var helpers = reading.count(SUSPECTED_HELPERS).closing();
        if (withoutLoss == 0 && helpers == 0) {
            return "";
        }
        return "另有" + (withoutLoss == 0 ? "" : "无净损失" + withoutLoss + "人")
                + (withoutLoss == 0 || helpers == 0 ? "" : "、")
                + (helpers == 0 ? "" : "疑似协助人" + helpers + "人") + "，单独统计。";
    }

    private String work() {
        return String.join("\n", "（一）投资人登记", registrations(), "（二）重点关注人员", attention(), "（三）平台（分支机构）信息披露", "本周无新增情况。");
    }

    private String registrations() {
        var registered = reading.count(REGISTERED);
        var loss = reading.amount(AFFECTED);
        var text = new StringBuilder();
        if (registered.added() == 0 && registered.removed() == 0) {
            text.append("本周无新增登记。");
        } else {
            text.append("本周新增登记").append(registered.added()).append("人");
            if (registered.removed() > 0) {
                text.append("，核减").append(registered.removed()).append("人");
            }
            text.append("，累计").append(registered.closing()).append("人。");
        }
        if (loss.added().signum() != 0 || loss.removed().signum() != 0) {
            text.append("净损失新增").append(wan(loss.added()));
            if (loss.removed().signum() != 0) {
                text.append("，核减").append(wan(loss.removed()));
            }
            text.append("，累计").append(wan(loss.closing())).append("。");
        }
        return text.append(verified()).toString();
    }

    private String verified() {
        if (reading.count(REGISTERED).closing() == 0) {
            return "";
        }
        return "累计已核实" + reading.count(VERIFIED).closing() + "人，材料齐备"
                + reading.count(EVIDENCE_COMPLETE).closing() + "人，已向公安机关报案"
                + reading.count(POLICE_REPORTED).closing() + "人。";
    }

    private String attention() {
        var all = reading.count(ATTENTION_LEVEL_1, ATTENTION_LEVEL_2, ATTENTION_LEVEL_3);
        if (all.opening() == 0 && all.added() == 0) {
            return "重点关注名单无人员。";
        }
        var text = new StringBuilder();
        if (all.added() == 0 && all.removed() == 0) {
            text.append("本周名单无变动。");
        } else {
            text.append("本周")
                    .append(all.added() == 0 ? "无新列入" : "列入（含调级）" + all.added() + "人次")
                    .append(all.removed() == 0 ? "" : "，移出（含调级、到期）" + all.removed() + "人次")
                    .append("。");
        }
        return text.append("周末名单共")
                .append(all.closing())
                .append("人，其中一级")
                .append(reading.count(ATTENTION_LEVEL_1).closing())
                .append("人、二级")
                .append(reading.count(ATTENTION_LEVEL_2).closing())
                .append("人、三级")
                .append(reading.count(ATTENTION_LEVEL_3).closing())
                .append("人。")
                .toString();
    }

    private static String wan(BigDecimal yuan) {
        return yuan.divide(TEN_THOUSAND, 2, RoundingMode.HALF_UP).toPlainString() + "万元";
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String stage(PlatformStage stage) {
        return switch (stage) {
            case WATCHED -> "关注";
            case COLLAPSED -> "出险";
            case CASE_FILED -> "立案侦查";
            case SENT_FOR_PROSECUTION -> "移送审查起诉";
            case ON_TRIAL -> "审判";
            case ENFORCEMENT -> "执行清退";
            case CONCLUDED -> "终结";
        };
    }
}
