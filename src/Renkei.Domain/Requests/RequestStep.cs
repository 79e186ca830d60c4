using Renkei.Domain.People;

namespace Renkei.Domain.Requests;

/// <summary>Something that happened to a request.</summary>
/// <param name="Id">Names it, so that a repeated press is recognised; 1 to 32 of <c>a-z 0-9</c>.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Side">For which side it was done.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Text">What they wrote, up to <see cref="SupportRequest.TextLength"/> characters; empty for nothing.</param>
public sealed record RequestStep(
    string Id,
    RequestStepKind Kind,
    RequestSide Side,
    PersonRef By,
    DateTimeOffset At,
    string Text
);

/// <summary>What can happen to a request. Stored by name.</summary>
public enum RequestStepKind
{
    /// <summary>引き受けた: somebody of head office looks after it.</summary>
    Taken,

    /// <summary>回答した: head office answered.</summary>
    Answered,

    /// <summary>たずね返した: head office needs to know more; the centre is to reply.</summary>
    AskedBack,

    /// <summary>返事・補足: the centre replied, or added something.</summary>
    Replied,

    /// <summary>お礼・解決: the centre is content; closed.</summary>
    Thanked,

    /// <summary>閉じた: closed by either side.</summary>
    Closed,

    /// <summary>再開した: open again, from closed or withdrawn.</summary>
    Reopened,

    /// <summary>取り下げた: the centre does not need it any more.</summary>
    Withdrawn,
}

/// <summary>Who a step is taken by.</summary>
public enum RequestSide
{
    /// <summary>The health centre that asked.</summary>
    Centre,

    /// <summary>Prefectural head office.</summary>
    HeadOffice,
}
