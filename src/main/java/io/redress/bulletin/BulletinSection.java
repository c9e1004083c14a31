package io.redress.bulletin;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One numbered part of a bulletin's text. */
@Embeddable
@Schema(description = "周报的一部分 / one part of the text")
public record BulletinSection(
        @Schema(description = "部分的代号 / by which a program knows it", required = true, examples = "BASICS")
        @NotBlank
        @Size(max = 40)
        @Column(name = "section_key")
        String key,

        @Schema(required = true, examples = "一、基本情况") @NotBlank @Size(max = 100)
        String heading,

        @Schema(
                description = "正文，一行一段；以（一）等开头的行为小标题 / one paragraph a line",
                required = true,
                examples = "截至3月7日，我区共受理登记120人。")
        @NotNull
        @Size(max = 20000)
        String body) {}
