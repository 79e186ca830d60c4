using Renkei.Testing;

namespace Renkei.EndToEnd.Tests.Durability;

/// <summary>A test on a small disk of its own; where none can be mounted it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    /// <summary>Looks whether a disk can be mounted.</summary>
    public SmallDiskFactAttribute()
    {
        if (!SmallDisk.IsPossible)
        {
            Skip = "Needs Linux and the right to mount a small disk.";
        }
    }
}
