package io.redress.approval;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DualControl", description = "双人审批是否在用 / whether changes of accounts need a second person")
record DualControlView(@Schema(required = true) DualControlState state) {}
