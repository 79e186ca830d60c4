namespace Renkei.Activities.Connector;

/// <summary>The separate worlds Teams runs in; tokens and hosts of one mean nothing in another.</summary>
public enum TeamsCloud
{
    /// <summary>The commercial cloud, GCC included.</summary>
    Public,

    /// <summary>US government (GCC High).</summary>
    UsGovernment,

    /// <summary>China, operated by 21Vianet.</summary>
    China,
}
