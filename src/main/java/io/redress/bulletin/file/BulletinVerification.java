package io.redress.bulletin.file;

import io.redress.bulletin.print.BulletinFormat;
import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether an issued bulletin is unchanged since it was signed.
 *
 * @param intact everything below agrees, and the audit trail proves it
 */
@Schema(name = "BulletinVerification", description = "核验：签发的周报是否仍如签发时 / whether a bulletin is still what was signed")
public record BulletinVerification(
        @Schema(
                description = "以下各项都相符，并且审计日志能证明；没有凭证（proof 为 NONE）的不算"
                        + " / everything below agrees and the audit trail proves it; never true without proof",
                required = true)
        boolean intact,

        @Schema(required = true) Proof proof,

        @Schema(description = "签发时的内容摘要 / digest taken when it was signed", required = true)
        String digest,

        @Schema(
                description = "每个现存或审计日志记有的文件 / each file that is there, or that the audit trail knows of",
                required = true)
        List<FileCheck> files,

        @Schema(
                description = "期号、日期、报告周、标题、正文、经手人与签发内容一致"
                        + " / number, days, week, title, words and signatures shown are those of the content",
                required = true)
        boolean recordAgrees,

        @Schema(description = "内容中的指标与周结一致 / the figures are those of the closed week", required = true)
        boolean figuresAgree,

        @Schema(description = "各表每行 上期累计＋本期新增－本期核减＝本期累计 / every row of every table balances", required = true)
        boolean rowsBalance) {

    /** The audit trail's verdict on the signed state. */
    @Schema(
            name = "BulletinProof",
            description = "审计日志的凭证：PROVEN 期号、报告周、摘要和每个文件都与签发时的条目相符；NONE 日志中没有签发时的条目（签发早于审计日志，"
                    + "或条目被删除，须校验整条日志），不能证明未被改动；CONTRADICTED 与条目不符，或条目被改动"
                    + " / PROVEN: as the entries of the signature say; NONE: there is no entry of the signature, because it is"
                    + " older than the trail or was removed (verify the whole trail), so nothing is proven; CONTRADICTED: the"
                    + " entries say otherwise, or were changed")
    enum Proof implements Labelled {
        PROVEN("与审计日志相符", "Proven by the audit log"),
        NONE("审计日志中没有签发时的条目", "No entry of the signature in the audit log"),
        CONTRADICTED("与审计日志不符", "Contradicted by the audit log");

        private final Label label;

        Proof(String zh, String en) {
            label = new Label(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    @Schema(name = "BulletinFileCheck", description = "一个文件 / one file")
    record FileCheck(
            @Schema(required = true) BulletinFormat format,

            @Schema(
                    description = "签发时记下的 SHA-256；记录被删除的取自审计日志 / as noted when it was made; from the audit trail where"
                            + " its record is gone",
                    required = true)
            String sha256,

            @Schema(
                    description = "现存字节的 SHA-256；已不存在的为 null / of the bytes kept now; null where they are gone",
                    nullable = true)
            String sha256Now,

            @Schema(description = "摘要与审计日志所记相符 / the audit trail has the same hash", required = true)
            boolean proven,

            @Schema(
                    description =
                            "现存字节仍是签发时的，且与审计日志不矛盾 / the bytes are those that were noted, and the audit trail does not say otherwise",
                    required = true)
            boolean intact) {}
}
