using System.Text.Json.Serialization;

namespace Renkei.Room.Trouble;

/// <summary>What can go wrong on purpose.</summary>
[JsonConverter(typeof(CamelCaseEnum<TroubleKind>))]
public enum TroubleKind
{
    /// <summary>The connector answers 429 with <c>Retry-After</c> (setting <c>retryAfterSeconds</c>, default 1).</summary>
    Throttle,

    /// <summary>The connector answers 429 without <c>Retry-After</c>.</summary>
    ThrottleNoRetryAfter,

    /// <summary>The connector answers 502 and has done nothing.</summary>
    BadGatewayBefore,

    /// <summary>The connector does what was asked and then answers 502.</summary>
    BadGatewayAfter,

    /// <summary>Each activity reaches the bot twice under the same id.</summary>
    RepeatSameId,

    /// <summary>Each activity reaches the bot twice, the second time under a new id.</summary>
    RepeatNewId,

    /// <summary>The bot's answer counts as too late: the same id is repeated, then an invoke under a new id, whose answer is used.</summary>
    Slow,

    /// <summary>The person has blocked the bot; writing to it unblocks.</summary>
    Blocked,

    /// <summary>The app is removed; <c>install</c> brings it back.</summary>
    Uninstalled,

    /// <summary>Activities carry a broken token (setting <c>token</c>, a <see cref="Tokens.BrokenToken"/>; default wrongKey).</summary>
    WrongToken,
}
