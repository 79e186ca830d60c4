namespace Renkei.Domain.Requests;

/// <summary>Where a request stands. Stored by name.</summary>
public enum RequestStatus
{
    /// <summary>未対応: nobody took it yet.</summary>
    Open,

    /// <summary>対応中: somebody of head office looks after it.</summary>
    Taken,

    /// <summary>返事待ち: head office asked back and waits for the centre.</summary>
    AskedBack,

    /// <summary>回答済み: answered, and not closed yet.</summary>
    Answered,

    /// <summary>終了.</summary>
    Closed,

    /// <summary>取り下げ.</summary>
    Withdrawn,
}
