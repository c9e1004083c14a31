package io.redress.workspace;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A column that a list of the register can show. */
@Schema(description = "登记列表的一列 / a column of the list of registrations")
enum RegisterColumn implements Labelled {
    NUMBER("登记编号", "Number"),
    NAME("姓名", "Name"),
    PLATFORM("平台", "Platform"),
    AREA("镇街或村居", "Town or village"),
    RECEIVED_ON("受理日期", "Received on"),
    NET_LOSS("净损失", "Net loss"),
    STATUS("状态", "Status"),
    HELPER("疑似协助人", "Suspected helper");

    private final Label label;

    RegisterColumn(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
