package io.redress.bulletin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether an issued bulletin is still what was signed.
 *
 * @param intact everything below is as it should be
 */
@Schema(name = "BulletinVerification", description = "核验：签发的周报是否仍如签发时 / whether a bulletin is still what was signed")
record Verification(
        @Schema(required = true) boolean intact,

        @Schema(description = "签发时的内容摘要 / digest taken when it was signed", required = true)
        String digest,

        @Schema(required = true) List<FileCheck> files,

        @Schema(description = "内容中的指标与周结一致 / the figures are those of the closed week", required = true)
        boolean figuresAgree,

        @Schema(description = "各表每行 上期累计＋本期新增－本期核减＝本期累计 / every row of every table balances", required = true)
        boolean rowsBalance) {

    @Schema(name = "BulletinFileCheck", description = "一个文件 / one file")
    record FileCheck(
            @Schema(required = true) BulletinFormat format,

            @Schema(description = "签发时记下的 SHA-256 / as noted when it was made", required = true)
            String sha256,

            @Schema(description = "现存字节的 SHA-256 / of the bytes kept now", required = true)
            String sha256Now,

            @Schema(required = true) boolean intact) {}
}
