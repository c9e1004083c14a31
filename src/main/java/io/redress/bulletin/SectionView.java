package io.redress.bulletin;

import io.redress.bulletin.model.BulletinSection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "BulletinSection", description = "周报的一部分 / one part of the text")
record SectionView(
        @Schema(required = true, examples = "BASICS") String key,

        @Schema(description = "标题级别，1 或 2", required = true, examples = "1")
        int level,

        @Schema(required = true, examples = "一、基本情况") String heading,
        @Schema(required = true) String body,

        @Schema(description = "程序按本周记录拟的文字 / what the program proposes", required = true)
        String prefilled,

        @Schema(description = "是否有人改过；重新生成时保留 / whether somebody wrote there; kept when regenerated", required = true)
        boolean edited) {

    static SectionView of(BulletinSection section) {
        return new SectionView(
                section.key(),
                section.level(),
                section.heading(),
                section.body(),
                section.prefilled(),
                section.isEdited());
    }
}
