CREATE SCHEMA mcp;

CREATE TYPE mcp.task_status AS ENUM ('pending', 'assigned', 'in_progress', 'completed', 'failed', 'cancelled');
CREATE TYPE mcp.task_priority AS ENUM ('low', 'normal', 'high', 'critical');
CREATE TYPE mcp.workflow_type AS ENUM ('sequential', 'parallel', 'conditional', 'loop', 'map_reduce', 'scatter_gather');
CREATE TYPE mcp.workflow_status AS ENUM ('draft', 'active', 'paused', 'archived');
CREATE TYPE mcp.delegation_type AS ENUM ('manual', 'automatic', 'escalation');
CREATE TYPE mcp.workspace_visibility AS ENUM ('private', 'team', 'public');
CREATE TYPE mcp.member_role AS ENUM ('owner', 'admin', 'member', 'viewer');
