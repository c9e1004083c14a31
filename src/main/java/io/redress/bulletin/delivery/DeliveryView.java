package io.redress.bulletin.delivery;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "BulletinDelivery", description = "一封邮件 / one e-mail to one reader")
public record DeliveryView(
        @Schema(required = true) Occasion occasion,

        @Schema(required = true, examples = "office@xiangqiao.example")
        String reader,

        @Schema(description = "邮件服务器收下的时刻 / when the mail server took it", nullable = true)
        Instant sentAt,

        @Schema(required = true) int attempts,

        @Schema(description = "下次尝试；已送达或放弃为 null / null once sent or given up", nullable = true)
        Instant nextAttemptAt,

        @Schema(nullable = true) String lastFailure) {}
